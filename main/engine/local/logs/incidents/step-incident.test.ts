import { describe, expect, it } from 'vitest';
import { CODE_LOG, eventAt } from '../../../testing/story-events.ts';
import type { Incident } from '../../../model/log-evidence.ts';
import { stepIncident } from './step-incident.ts';
import type { StoryEvent } from './story.ts';

function follow(...events: readonly StoryEvent[]) {
  let open: Incident | null = null;
  return events.map((event) => {
    const step = stepIncident(open, event, CODE_LOG);
    open = step.open;
    return step.ended === null ? null : [step.ended.ended, step.ended.code];
  });
}

describe('stepIncident', () => {
  it('says when an attempt has ended, and again when the next line explains it', () => {
    expect(
      follow(
        eventAt(0, 'started'),
        eventAt(1, 'failed', { code: 'F83' }),
        eventAt(1, 'needs-sign-in'),
      ),
    ).toEqual([null, ['failed', 'F83'], ['needs-sign-in', 'F83']]);
  });

  it('says that an attempt was left where another begins before it has ended', () => {
    const events = [eventAt(0, 'started'), eventAt(1, 'browser'), eventAt(40, 'started')];
    expect(follow(...events)).toEqual([null, null, ['open', null]]);
  });

  it('does not end an attempt a second time where the next one begins', () => {
    const events = [eventAt(0, 'started'), eventAt(1, 'failed'), eventAt(40, 'started')];
    expect(follow(...events)).toEqual([null, ['failed', null], null]);
  });
});
