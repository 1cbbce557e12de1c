import type { SequenceMessage } from '../../main/contract/report.ts';
import type { Mark } from '../view/mark.ts';

type MessageState = SequenceMessage['state'];

export const MESSAGE_STATES: readonly MessageState[] = ['ok', 'warning', 'wrong', 'waiting'];

/** The shapes of a message's state: the same as everywhere in the window. */
export const MESSAGE_MARKS: Record<MessageState, Mark> = {
  ok: 'circle',
  warning: 'triangle',
  wrong: 'square',
  waiting: 'ring',
};
