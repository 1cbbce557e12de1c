/** The keys of the window, and what they do. */
export const KEYS = {
  title: 'Keys',
  rows: [
    ['Up, Down', 'move in a list'],
    ['Left, Right', 'move along the stations and the clients'],
    ['Enter', 'open'],
    ['Escape', 'back'],
    ['/', 'go to Check a URL'],
    ['c', 'check again; on this machine: look again'],
    ['?', 'this page'],
  ],
} as const satisfies { title: string; rows: readonly (readonly [string, string])[] };
