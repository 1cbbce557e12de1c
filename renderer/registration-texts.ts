/** Texts about registering clients; the rules of texts.ts hold here too. */
export const REGISTRATION = {
  title: 'Registration',
  text: (host: string) =>
    `How clients register and what the sign-in page makes of their requests is not looked at yet. With your leave, Unblank registers at ${host} as each client would, opens the sign-in page without signing in, and removes what it registered where the server offers that. What stays is listed.`,
  here: 'the authorization server',
  start: 'Register and check again',
  leftTitle: 'What the registration left behind',
  leftNone: 'Everything that was registered for this check is removed again.',
} as const;
