import { X509Certificate } from 'node:crypto';
import { rootCertificates } from 'node:tls';
import { expect, test } from 'vitest';
import { authority, certificate } from '../testing/certificates.ts';
import { createVouching } from './vouching.ts';

const NONE = { bundled: [], system: [], added: [] };

test('E6: a root that both Node and the system hold counts as everybody’s', () => {
  const pem = rootCertificates[0]!;
  const { vouchedBy, holds } = createVouching({ ...NONE, bundled: [pem], system: [`${pem}\n`] });
  const root = new X509Certificate(pem);
  expect([vouchedBy([root]), holds(root)]).toEqual(['bundled', true]);
});

test('E6: a chain that goes on past our root is known by who issued it', async () => {
  const ca = await authority();
  const leaf = new X509Certificate((await certificate({ ca })).cert);
  const { vouchedBy, holds } = createVouching({ ...NONE, system: ['junk', ca.cert] });
  expect([vouchedBy([leaf]), holds(leaf)]).toEqual(['system', false]);
});

test('E6: an authority of the same name and another key vouches for nothing', async () => {
  const [ca, other] = await Promise.all([authority(), authority()]);
  const leaf = new X509Certificate((await certificate({ ca })).cert);
  expect(createVouching({ ...NONE, system: [other.cert] }).vouchedBy([leaf])).toBeNull();
});
