import type { JsonObject } from './message.ts';

/** Members of a JSON object as the fields of a form; whatever is no text is written out. */
export function asForm(members: JsonObject): URLSearchParams {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(members)) {
    form.set(name, typeof value === 'string' ? value : JSON.stringify(value));
  }
  return form;
}
