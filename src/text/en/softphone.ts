/** The agent's softphone. */
export const softphone = {
  title: 'Softphone',
  endsWith: 'number ending in {{digits}}',
} as const;
