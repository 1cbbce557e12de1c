/**
 * What the robot runs in a page: it types made-up words into empty fields, ticks what must be ticked,
 * and gives back the middle of the first thing that lets a client in. Nothing in it leaves the page.
 */
export const PAGE_SCRIPT = `(() => {
  if (document.readyState === 'loading') return null;
  const YES = /\\b(?:allow|approve|authori[sz]e|accept|agree|continue|confirm|grant|sign[ -]?in|log[ -]?in|submit|yes|next)\\b/i;
  const NO = /\\b(?:deny|cancel|reject|decline|refuse|back|abort|no|forgot|register|sign[ -]?up)\\b/i;
  const isSeen = (one) => {
    const box = one.getBoundingClientRect();
    return box.width > 1 && box.height > 1 && getComputedStyle(one).visibility !== 'hidden' && !one.disabled;
  };
  const wordsOf = (one) => (one.innerText || one.value || one.title || '').trim().slice(0, 60);
  const type = (field, text) => {
    field.value = text;
    for (const name of ['input', 'change']) field.dispatchEvent(new Event(name, { bubbles: true }));
  };
  const MADE_UP = { password: 'made-up-password', email: 'robot@user.example', tel: '0100', number: '1' };
  const fields = 'input:not([type]), input[type=text], input[type=email], input[type=password], input[type=tel], input[type=number]';
  for (const field of document.querySelectorAll(fields))
    if (isSeen(field) && field.value === '') type(field, MADE_UP[field.type] || 'robot');
  for (const box of document.querySelectorAll('input[type=checkbox][required]')) box.checked = true;
  const pressable = 'button, input[type=submit], input[type=button], [role=button], a[href]';
  const all = [...document.querySelectorAll(pressable)].filter((one) => isSeen(one) && !NO.test(wordsOf(one)));
  const isSubmit = (one) => one.form && (one.type === 'submit' || one.type === 'image');
  const found = all.find((one) => YES.test(wordsOf(one))) || all.find(isSubmit);
  if (!found) return null;
  found.scrollIntoView({ block: 'center' });
  const box = found.getBoundingClientRect();
  const x = box.left + box.width / 2;
  const y = box.top + box.height / 2;
  return { document: performance.timeOrigin, text: wordsOf(found), x, y };
})()`;
