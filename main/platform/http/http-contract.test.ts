import { afterEach, describe, expect, test } from 'vitest';
import type { RequestListener } from 'node:http';
import {
  HTTP_CONTRACT,
  HTTP_CONTRACT_BIG,
  HTTP_CONTRACT_CHALLENGES,
  HTTP_CONTRACT_JSON,
} from '../../engine/testing/http-contract.ts';
import { createHttpRig } from '../testing/http-rig.ts';
import { serveHttp } from '../testing/loopback-server.ts';
import { createHttp } from './create-http.ts';

const rig = createHttpRig();
afterEach(rig.clean);

const PAGES: Readonly<Record<string, RequestListener>> = {
  '/json': (_, response) => {
    response.setHeader('Content-Type', 'application/json');
    response.end(JSON.stringify(HTTP_CONTRACT_JSON));
  },
  '/challenge': (_, response) => {
    response.writeHead(401, { 'WWW-Authenticate': [...HTTP_CONTRACT_CHALLENGES] }).end();
  },
  '/moved': (_, response) => void response.writeHead(302, { Location: '/json' }).end(),
  '/big': (_, response) => void response.end('a'.repeat(HTTP_CONTRACT_BIG)),
  '/echo': (request, response) => void request.pipe(response),
  '/silent': () => undefined,
};

describe('the http port on Node keeps the contract', () => {
  test.each(HTTP_CONTRACT)('$name', async ({ observe, expected }) => {
    const server = await rig.keep(
      serveHttp((request, response) => {
        const page = PAGES[request.url ?? ''];
        if (page === undefined) response.writeHead(404).end();
        else page(request, response);
      }),
    );
    const { origin, requests } = server;
    expect(await observe({ http: createHttp(), origin, arrived: () => requests })).toEqual(
      expected,
    );
  });
});
