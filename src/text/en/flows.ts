/** The flows page. */
export const flows = {
  title: 'Flows',
} as const;
