/** The records page. */
export const records = {
  title: 'Contact records',
} as const;
