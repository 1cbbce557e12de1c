/** How values stand in files, commands, requests and logs; `%N` is a name, `%V` the value. */
const UNDER_A_NAME = [
  '%N = "%V"',
  "%N: '%V'",
  'export %N=%V',
  'set %N=%V&& npx acme',
  '{"%N":"%V","port":80}',
  '{\\"%N\\":\\"%V\\"}',
  "{ '%N' => '%V' }",
  '%N := "%V"',
  '<%N>%V</%N>',
  '%N: %V',
  '2026-11-23T10:00:00.000Z [acme] [error] %N=%V rejected',
  'Environment: %N: "%V",',
] as const;

const BY_ITSELF = [
  'key = "%V"',
  '{"value":"%V"}',
  'X-Acme: %V',
  '["--flag","%V"]',
  'rejected %V as unknown',
  'https://acme.example/mcp?v=%U&x=1',
  '> %V',
  "curl -d '%V' https://acme.example",
] as const;

const AS_CREDENTIAL = [
  'Authorization: Bearer %V',
  'X-Api-Key: %V',
  'curl -H "Authorization: token %V" https://acme.example',
  'https://acme.example/mcp?api_key=%U&x=1',
  'https://acme.example/mcp?a=1&access_token=%U#x',
  'the token is %V',
  'Cookie: sid=%V; a=b',
] as const;

/** Names of a word as people write them. */
function namesOf(word: string): readonly string[] {
  return [`${word}_token`, `${word}ApiKey`, `${word.toUpperCase()}_SECRET`, `${word}-api-key`];
}

/**
 * A value in its usual places.
 * @param word what the names hold; null where the value tells by itself and needs none
 */
export function inContexts(value: string, word: string | null): readonly string[] {
  const named = namesOf(word ?? 'acme').flatMap((name) =>
    UNDER_A_NAME.map((form) => form.replaceAll('%N', name)),
  );
  const alone = word === null ? BY_ITSELF : [];
  return [...named, ...AS_CREDENTIAL, ...alone]
    .filter((form) => canHold(form, value))
    .map((form) =>
      form.replaceAll('%U', () => encodeURIComponent(value)).replaceAll('%V', () => value),
    );
}

/** What means something to a shell, a sentence or to XML cannot stand bare in there. */
function canHold(form: string, value: string): boolean {
  const quoted = /["'`]%V|%U/.test(form);
  return quoted || !/[;<>&,"'`()\s]/.test(value);
}
