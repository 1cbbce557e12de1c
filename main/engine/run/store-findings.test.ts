import { describe, expect, it } from 'vitest';
import { NOTHING_GATHERED, type TargetEvidence } from '../model/evidence.ts';
import { NO_STORES, type StoredDiscovery } from '../model/store-evidence.ts';
import { MODES } from '../modes/index.generated.ts';
import { readCredentials } from '../local/stores/claude-code-sign-ins.ts';
import { contacts } from '../testing/exchange-builders.ts';
import { sampleIncident, sampleLocal, sampleLog } from '../testing/sample-log.ts';
import { withStores } from './store-findings.ts';

const URL = 'https://mcp.example.com/mcp';
const AS = 'https://mcp.example.com';

/** What Claude Code keeps after a sign-in at a healthy server, changed where a test says so. */
function evidence(
  changes: Readonly<Record<string, unknown>>,
  ended: 'connected' | 'failed' = 'connected',
): TargetEvidence {
  const discoveryState = {
    oauthMetadataFound: true,
    authorizationServerUrl: AS,
    resourceMetadataUrl: `${AS}/.well-known/oauth-protected-resource/mcp`,
    ...changes,
  };
  const entry = {
    serverName: 'acme',
    serverUrl: URL,
    accessToken: 'secret',
    issuer: changes.issuer ?? AS,
  };
  const json = { mcpOAuth: { 'acme|1': { ...entry, discoveryState } } };
  const signIns = readCredentials(json, { file: '.credentials.json', modifiedAt: null });
  const local = {
    ...sampleLocal(sampleLog({ incidents: [sampleIncident({ ended, code: null })] })),
    stores: { ...NO_STORES, signIns },
  };
  return { ...NOTHING_GATHERED, url: URL, entries: [], local };
}

const codes = (of: TargetEvidence) => withStores([], MODES, of).map(({ mode }) => mode.code);

describe('what Claude Code keeps of its discovery', () => {
  it('says nothing of a healthy server', () => {
    expect(codes(evidence({}))).toEqual([]);
  });

  it('shows that the 401 names the authorization server’s document (claude-code#11814)', () => {
    const resourceMetadataUrl = `${AS}/.well-known/oauth-authorization-server`;
    const [found, ...rest] = withStores([], MODES, evidence({ resourceMetadataUrl }));
    expect(rest).toEqual([]);
    expect(found?.mode.code).toBe('F23');
    expect(found?.occurrence).toMatchObject({ severity: 'warning', confidence: 'likely' });
    expect(found?.occurrence.detail).toContain(resourceMetadataUrl);
    expect(JSON.stringify(found?.occurrence)).not.toContain('secret');
  });

  it('shows that the 401 names no document, only where the client connected', () => {
    expect(codes(evidence({ resourceMetadataUrl: undefined }))).toEqual(['F20']);
    expect(codes(evidence({ resourceMetadataUrl: undefined }, 'failed'))).toEqual([]);
  });

  it('shows another issuer, and takes a final slash for none', () => {
    expect(codes(evidence({ issuer: 'https://other.example.com' }))).toEqual(['F31']);
    expect(codes(evidence({ issuer: `${AS}/` }))).toEqual([]);
  });

  it('is silent where the server was asked, which says it better', () => {
    const asked = evidence({ issuer: 'https://other.example.com' });
    expect(codes({ ...asked, first: contacts() })).toEqual([]);
  });

  it('adds nothing to a mode that was found', () => {
    const of = evidence({ issuer: 'https://other.example.com' });
    const found = withStores([], MODES, of);
    expect(withStores(found, MODES, of)).toEqual(found);
  });

  it('is masked like everything from a store (H2)', () => {
    const [one] =
      evidence({ resourceMetadataUrl: `${AS}/x?token=abcdefghijklmnop` }).local?.stores.signIns ??
      [];
    const discovered: StoredDiscovery | undefined = one?.discovered;
    expect(discovered?.resourceMetadata).not.toContain('abcdefghijklmnop');
  });
});
