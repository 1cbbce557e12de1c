import { expect, test } from 'vitest';
import { refusalOf, type SenderEvent, type SenderFrame } from './sender-check.ts';

const OURS: SenderFrame = { url: 'app://companion/', origin: 'app://companion', parent: null };
const event = (frame: Partial<SenderFrame> | null, id = 1): SenderEvent => ({
  sender: { id },
  senderFrame: frame && { ...OURS, ...frame },
});

test('B1: the top frame of our window may call', () => {
  expect(refusalOf(event({}), 1)).toBeNull();
  expect(refusalOf(event({ url: 'app://companion/index.html#x' }), 1)).toBeNull();
});

test('B1: a call without a frame is refused', () => {
  expect(refusalOf(event(null), 1)).toBe('its frame is gone');
});

test('B1: a frame that was destroyed meanwhile is refused', () => {
  const gone: SenderFrame = {
    get url(): string {
      throw new Error('Render frame was disposed before WebFrameMain could be accessed');
    },
    origin: 'app://companion',
    parent: null,
  };
  expect(refusalOf({ sender: { id: 1 }, senderFrame: gone }, 1)).toBe('its frame is gone');
});

test('B1: a frame that is gone by the time it is read is refused', () => {
  const disposed: SenderEvent = {
    sender: { id: 1 },
    get senderFrame(): SenderFrame {
      throw new Error('disposed');
    },
  };
  expect(refusalOf(disposed, 1)).toBe('its frame is gone');
});

test('B1: a subframe of our own page is refused', () => {
  expect(refusalOf(event({ parent: OURS }), 1)).toBe('it is a frame within the window');
});

test('B1: other web contents are refused, whatever they show', () => {
  expect(refusalOf(event({}, 2), 1)).toBe('it is not the window');
  expect(refusalOf(event({}), null)).toBe('it is not the window');
});

test.each([
  [{ url: '' }],
  [{ url: 'about:blank' }],
  [{ url: 'about:srcdoc' }],
  [{ url: 'https://example.com/' }],
  [{ url: 'app://companion.evil/' }],
  [{ url: 'file:///index.html' }],
  [{ url: 'data:text/html,app://companion/' }],
  [{ origin: 'null' }],
  [{ origin: '' }],
  [{ origin: 'app://companion/' }],
  [{ origin: 'https://example.com' }],
])('B1: a page with %j is refused', (frame) => {
  expect(refusalOf(event(frame), 1)).toBe('it is another page');
});
