/**
 * Words with which providers refuse browsers that are part of a program: Google
 * (`disallowed_useragent`, “This browser or app may not be secure”) and those who wrote it after them
 * (F69).
 */
const EMBEDDED =
  /disallowed_useragent|browser or app may not be secure|comply with google|embedded (?:browser|web ?view|user-?agent)|in-?app browser|web ?views? (?:is|are) not/i;

/** The same from a page that perhaps only warns. */
const BROWSER =
  /unsupported (?:browser|user-?agent)|use a supported browser|different browser|browser (?:is )?not supported/i;

/** Does a page refuse the window for what it is? */
export function isEmbeddedRefusal(text: string): boolean {
  return EMBEDDED.test(text);
}

/** Does a page say that it wants another browser? */
export function wantsOtherBrowser(text: string): boolean {
  return BROWSER.test(text);
}

/**
 * Words that stand on error pages and hardly anywhere else. A consent page names the client id and
 * the redirect URI as well, so these alone are none.
 */
const ERROR =
  /AADSTS\d|\b(?:invalid|unauthorized|unsupported|access|server|interaction|login|consent|redirect_uri|state|csrf|client|application|app|deleted|registration|request)_(?:[a-z]+_)*(?:request|client|id|denied|error|scope|target|resource|grant|token|uri|mismatch|required|found|metadata|type|mode|supported|unavailable|state|allowed)\b|org_internal|policy_enforced|temporarily_unavailable|ofid_|something went wrong|error occurred|internal server error|bad (?:request|gateway)|service unavailable|gateway timeout|too many requests|page not found|unknown client|url mismatch|invalid callback|access (?:denied|blocked)|permission denied|not authorized|forbidden|(?:authorization|authentication|login|sign-in) failed|expired|(?:javascript|cookies) (?:is|are) (?:required|disabled|blocked)|enable (?:javascript|cookies)|admin approval/i;

/** Does a page tell of an error? @param says known codes and phrases found in it */
export function tellsOfError(says: string): boolean {
  return ERROR.test(says.replace(/\b(?:redirect_uri|client_id)\b(?!_)/gi, ''));
}

/** A page that examines the browser and goes on by itself when it is content. */
export function isBrowserCheck(title: string, says: string): boolean {
  return /just a moment|checking your browser|verify(?:ing)? you are human/i.test(
    `${title} ${says}`,
  );
}

/** A page that believes to be done, and leaves the rest to whoever opened it. */
export function saysClose(title: string, says: string): boolean {
  return /(?:can|may) (?:now )?(?:safely )?close th|close (?:this|the) (?:window|tab|page)|return to the application/i.test(
    `${title} ${says}`,
  );
}
