import * as z from 'zod';
import { APP_ERRORS, type AppErrorCode } from './errors.ts';

/** The codes of APP_ERRORS as a schema; apart from errors.ts so that a window needs no schema library. */
export const AppErrorCodeSchema = z.enum(
  Object.keys(APP_ERRORS) as [AppErrorCode, ...AppErrorCode[]],
);
