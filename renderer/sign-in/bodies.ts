/** What the screens of sign-ins are made of: one script, loaded when the first of them is opened. */
export { TokensBody } from './tokens-body.tsx';
export { TracePage } from './trace-page.tsx';
export { VendorBody } from './vendor-body.tsx';
