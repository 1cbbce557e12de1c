import { useState } from 'react';

/** The time at which a part of the screen was first drawn, in milliseconds since 1970. */
export function useNow(): number {
  return useState(() => Date.now())[0];
}
