import type { Http, HttpOutcome, HttpRequest } from '../ports.ts';
import type { ContractCase } from './contract-case.ts';

/**
 * A server at `origin` (user-named, so any address may be contacted) with these paths:
 * `/json` 200 with HTTP_CONTRACT_JSON, `/challenge` 401 with two WWW-Authenticate lines and an
 * empty body, `/moved` 302 to `/json`, `/big` 200 with 300 KB of `a`, `/echo` (POST) 200 with the
 * request body as its body, `/silent` no answer ever. Anything else is 404.
 */
export interface HttpRig {
  readonly http: Http;
  readonly origin: string;
  /** Method and path of every request that arrived, in order, since the rig was made. */
  readonly arrived: () => readonly string[];
}

export const HTTP_CONTRACT_JSON = { hello: 'wörld' } as const;
export const HTTP_CONTRACT_CHALLENGES = [
  'Basic realm="a"',
  'Bearer error="invalid_token"',
] as const;
export const HTTP_CONTRACT_BIG = 300 * 1024;

/** What every Http port does. */
export const HTTP_CONTRACT: readonly ContractCase<HttpRig>[] = [
  {
    name: 'a response comes with status and decoded body',
    observe: async (rig) => summary(await get(rig, '/json')),
    expected: { status: 200, body: JSON.stringify(HTTP_CONTRACT_JSON), truncated: false },
  },
  {
    name: 'repeated header lines stay apart and in order',
    observe: async (rig) => headerLines(await get(rig, '/challenge'), 'www-authenticate'),
    expected: HTTP_CONTRACT_CHALLENGES,
  },
  {
    name: 'E4: a redirect is an answer like any other and is not followed',
    observe: async (rig) => {
      const outcome = await get(rig, '/moved');
      return [status(outcome), headerLines(outcome, 'location'), rig.arrived()];
    },
    expected: [302, ['/json'], ['GET /moved']],
  },
  {
    name: 'a path that is not served answers 404',
    observe: async (rig) => status(await get(rig, '/none')),
    expected: 404,
  },
  {
    name: 'D20: a body over the cap is cut at 256 KB and said to be cut',
    observe: async (rig) => {
      const outcome = await get(rig, '/big');
      return outcome.kind === 'response'
        ? [outcome.response.body.length, outcome.response.truncated]
        : outcome;
    },
    expected: [256 * 1024, true],
  },
  {
    name: 'D20: a request that asks for less is cut there, and one that asks for more is not heard',
    observe: async (rig) => {
      const sizes = [64 * 1024, 1024 * 1024].map(async (bodyBytes) => {
        const outcome = await once(rig, { ...request(rig, { path: '/big' }), bodyBytes });
        return outcome.kind === 'response' ? outcome.response.body.length : outcome;
      });
      return Promise.all(sizes);
    },
    expected: [64 * 1024, 256 * 1024],
  },
  {
    name: 'a POST body arrives as it was given',
    observe: async (rig) =>
      summary(await send(rig, { method: 'POST', path: '/echo', body: POSTED })),
    expected: { status: 200, body: '{"a":"ä\\n"}', truncated: false },
  },
  {
    name: 'a request whose signal is already aborted is cancelled and does not leave',
    observe: async (rig) => {
      const outcome = await get(rig, '/json', AbortSignal.abort());
      return [failure(outcome), rig.arrived()];
    },
    expected: ['cancelled', []],
  },
  {
    name: 'an abort ends a request that waits',
    observe: async (rig) => {
      const stop = new AbortController();
      const pending = get(rig, '/silent', stop.signal);
      stop.abort();
      return failure(await pending);
    },
    expected: 'cancelled',
  },
  {
    name: 'closing the session ends a request that waits',
    observe: async (rig) => {
      const session = rig.http.open(options(rig));
      const pending = session.send(request(rig, { path: '/silent' }), new AbortController().signal);
      session.close();
      return failure(await pending);
    },
    expected: 'cancelled',
  },
  {
    name: 'D6: an address that is not http or https is refused',
    observe: async (rig) => failure(await sendUrl(rig, 'ftp://files.example.com/a')),
    expected: 'policy',
  },
  {
    name: 'D6: an address with a user name is refused',
    observe: async (rig) => {
      const url = new URL('/json', rig.origin);
      url.username = 'ada';
      return [failure(await sendUrl(rig, url.href)), rig.arrived()];
    },
    expected: ['policy', []],
  },
  {
    name: 'E2: a loopback address that the server named is allowed to a user whose server is there',
    observe: async (rig) => status(await send(rig, { path: '/json', namedBy: 'server' })),
    expected: 200,
  },
  {
    name: 'E2: a loopback address that a public server named is refused and nothing is sent',
    observe: async (rig) => {
      const session = rig.http.open({ ...options(rig), userUrl: 'https://8.8.8.8/mcp' });
      const asked = request(rig, { path: '/json', namedBy: 'server' });
      const outcome = await session.send(asked, new AbortController().signal);
      session.close();
      return [failure(outcome), rig.arrived()];
    },
    expected: ['policy', []],
  },
];

const POSTED = '{"a":"ä\\n"}';

interface Asked {
  readonly method?: 'GET' | 'POST';
  readonly path: string;
  readonly body?: string;
  readonly namedBy?: 'user' | 'server';
}

function options(rig: HttpRig) {
  return { userUrl: `${rig.origin}/mcp`, connectTo: [], ca: null };
}

function request(rig: HttpRig, asked: Asked): HttpRequest {
  return {
    method: asked.method ?? 'GET',
    url: `${rig.origin}${asked.path}`,
    headers: [['Accept', 'application/json']],
    body: asked.body ?? null,
    namedBy: asked.namedBy ?? 'user',
  };
}

function get(rig: HttpRig, path: string, signal?: AbortSignal): Promise<HttpOutcome> {
  return send(rig, { path }, signal);
}

function sendUrl(rig: HttpRig, url: string): Promise<HttpOutcome> {
  return once(rig, { ...request(rig, { path: '/' }), url });
}

function send(rig: HttpRig, asked: Asked, signal?: AbortSignal): Promise<HttpOutcome> {
  return once(rig, request(rig, asked), signal);
}

async function once(rig: HttpRig, asked: HttpRequest, signal?: AbortSignal): Promise<HttpOutcome> {
  const session = rig.http.open(options(rig));
  try {
    return await session.send(asked, signal ?? new AbortController().signal);
  } finally {
    session.close();
  }
}

function status(outcome: HttpOutcome): unknown {
  return outcome.kind === 'response' ? outcome.response.status : outcome;
}

function failure(outcome: HttpOutcome): unknown {
  return outcome.kind === 'failure' ? outcome.failure : outcome;
}

function summary(outcome: HttpOutcome): unknown {
  if (outcome.kind === 'failure') return outcome;
  const { status: code, body, truncated } = outcome.response;
  return { status: code, body, truncated };
}

function headerLines(outcome: HttpOutcome, name: string): unknown {
  if (outcome.kind === 'failure') return outcome;
  const lines = outcome.response.headers.filter(([key]) => key.toLowerCase() === name);
  return lines.map(([, value]) => value);
}
