import { defineRecipe } from '../recipe.ts';

/** A certificate with its intermediates (RFC 8446 §4.4.2), for TLS 1.2 or newer. */
export const recipe = defineRecipe({
  name: 'serve-full-chain',
  codes: ['F10'],
  title: 'Serve the whole certificate chain',
  at: 'server',
  on: {
    nginx: () => ({
      text: 'The file has the certificate first and the intermediates behind it; certbot calls it fullchain.pem, not cert.pem.',
      copy: `ssl_certificate     /etc/letsencrypt/live/NAME/fullchain.pem;
ssl_certificate_key /etc/letsencrypt/live/NAME/privkey.pem;
ssl_protocols       TLSv1.2 TLSv1.3;`,
    }),
    caddy: ({ origin }) => ({
      text: 'Caddy gets one by itself for a public name; a `tls` line with files of your own needs the chain in the first.',
      copy: `${new URL(origin).hostname} {
	reverse_proxy localhost:3000
}`,
    }),
    cloudflare: () => ({
      text: 'SSL/TLS, Edge Certificates: the certificate of the edge must cover this name (two levels deep needs Advanced Certificate Manager); SSL/TLS, Overview: “Full (strict)”.',
      copy: null,
    }),
  },
  sources: [
    'https://nginx.org/en/docs/http/configuring_https_servers.html#chains',
    'https://caddyserver.com/docs/automatic-https',
  ],
});
