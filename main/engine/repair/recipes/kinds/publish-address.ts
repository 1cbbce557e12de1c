import { defineRecipe } from '../recipe.ts';

/** Hosted Claude comes from the public internet, by IPv4, to port 443 for certain. */
export const recipe = defineRecipe({
  name: 'publish-address',
  codes: ['F01', 'F02', 'F03', 'F04', 'F14'],
  title: 'Give the server a public address',
  at: 'server',
  on: {
    nginx: ({ origin, path }) => ({
      text: 'A reverse proxy on a machine with a public IPv4 address; streams must not be buffered.',
      copy: `server {
    listen 443 ssl;
    server_name ${new URL(origin).hostname};
    ssl_certificate     /etc/letsencrypt/live/NAME/fullchain.pem;
    ssl_certificate_key /etc/letsencrypt/live/NAME/privkey.pem;

    location ${path} {
        proxy_pass http://127.0.0.1:3000;
        proxy_http_version 1.1;
        proxy_buffering off;
        proxy_read_timeout 1h;
        proxy_set_header Host $host;
        proxy_set_header X-Forwarded-Proto https;
    }
}`,
    }),
    caddy: ({ origin }) => ({
      text: 'Caddy gets the certificate by itself.',
      copy: `${new URL(origin).hostname} {
	reverse_proxy localhost:3000 {
		flush_interval -1
	}
}`,
    }),
    cloudflare: ({ origin }) => ({
      text: 'A tunnel needs no open port. The name must then be the public one in your metadata as well.',
      copy: `cloudflared tunnel --hostname ${new URL(origin).hostname} --url http://localhost:3000`,
    }),
  },
  sources: [
    'https://nginx.org/en/docs/http/ngx_http_proxy_module.html',
    'https://caddyserver.com/docs/automatic-https',
    'https://developers.cloudflare.com/cloudflare-one/networks/connectors/cloudflare-tunnel/',
  ],
});
