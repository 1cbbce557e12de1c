/** `node --import register.mjs main.js`: resolves `electron` to the stand-in; all else as it was. */
import { register } from 'node:module';

register('./resolve.mjs', import.meta.url, { data: { standIn: process.env.ELECTRON_STAND_IN } });
