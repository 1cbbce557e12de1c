import type { NavigationEvent } from '../../../engine/model/navigation-event.ts';

type WithoutTime<Event> = Event extends unknown ? Omit<Event, 'at'> : never;

/** A navigation event before it got its time. */
export type Happening = WithoutTime<NavigationEvent>;
/** Takes what happened, in order. */
export type Tell = (happening: Happening) => void;
