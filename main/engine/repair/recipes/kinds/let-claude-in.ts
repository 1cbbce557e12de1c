import { defineRecipe } from '../recipe.ts';

/** Anthropic’s outbound addresses (docs.claude.com, IP addresses). */
const RANGE = '160.79.104.0/21';

/** The edge in front of the endpoint, the sign-in and all metadata. */
export const recipe = defineRecipe({
  name: 'let-claude-in',
  codes: ['F06', 'F15', 'F84'],
  title: 'Let Claude through your edge',
  at: 'server',
  on: {
    cloudflare: ({ origin }) => ({
      text: 'Security, Settings: turn “Block AI bots” off, or keep it and add a custom rule above it with the action Skip (all remaining custom rules, bot fight mode, rate limiting) for this expression. Do the same for the host of the authorization server.',
      copy: `(ip.src in {${RANGE}} and http.host eq "${new URL(origin).hostname}")`,
    }),
    nginx: () => ({
      text: 'Before rules that deny by address or by User-Agent.',
      copy: `allow ${RANGE};`,
    }),
    caddy: () => ({
      text: 'Leave Claude’s addresses out of what is blocked.',
      copy: `@blocked {
	not remote_ip ${RANGE}
	# as before
}`,
    }),
  },
  sources: [
    'https://docs.claude.com/en/api/ip-addresses',
    'https://developers.cloudflare.com/waf/custom-rules/skip/',
  ],
});
