/** The texts of a comparison that a window needs before the screen is opened. */
export const COMPARING = {
  start: 'Compare places',
  title: (name: string) => `Compare places: ${name}`,
} as const;
