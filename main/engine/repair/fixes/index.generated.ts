/** The fixes for findings, by name. Written by `npm run generate`: do not edit. */
import type { Fix } from '../../model/fix.ts';
import { fix as addType } from './add-type.ts';
import { fix as allowHttp } from './allow-http.ts';
import { fix as chooseScopes } from './choose-scopes.ts';
import { fix as copyIntoPackage } from './copy-into-package.ts';
import { fix as correctType } from './correct-type.ts';
import { fix as defaultVariable } from './default-variable.ts';
import { fix as forgetKeptSignIn } from './forget-kept-sign-in.ts';
import { fix as forgetNeedsAuthNote } from './forget-needs-auth-note.ts';
import { fix as forgetRemoteFiles } from './forget-remote-files.ts';
import { fix as headerToVariable } from './header-to-variable.ts';
import { fix as leaveResourceOut } from './leave-resource-out.ts';
import { fix as longerSignInTime } from './longer-sign-in-time.ts';
import { fix as mendSyntax } from './mend-syntax.ts';
import { fix as moreStartTime } from './more-start-time.ts';
import { fix as moveServers } from './move-servers.ts';
import { fix as namedProgram } from './named-program.ts';
import { fix as pinMcpRemote } from './pin-mcp-remote.ts';
import { fix as removeAuthorizationHeader } from './remove-authorization-header.ts';
import { fix as removeDeadLock } from './remove-dead-lock.ts';
import { fix as removeOldLogs } from './remove-old-logs.ts';
import { fix as renameKey } from './rename-key.ts';
import { fix as renameServer } from './rename-server.ts';
import { fix as separateNames } from './separate-names.ts';
import { fix as serverRecipe } from './server-recipe.ts';
import { fix as setCallbackPort } from './set-callback-port.ts';
import { fix as setClientId } from './set-client-id.ts';
import { fix as signInAgain } from './sign-in-again.ts';
import { fix as staticClientFile } from './static-client-file.ts';
import { fix as stepsAtSignIn } from './steps-at-sign-in.ts';
import { fix as stepsForOwner } from './steps-for-owner.ts';
import { fix as stepsForYou } from './steps-for-you.ts';
import { fix as stepsHere } from './steps-here.ts';
import { fix as streamableHttpOnly } from './streamable-http-only.ts';
import { fix as switchConnectorsOn } from './switch-connectors-on.ts';
import { fix as throughMcpRemote } from './through-mcp-remote.ts';
import { fix as throughProxy } from './through-proxy.ts';
import { fix as trimWhiteSpace } from './trim-white-space.ts';
import { fix as trustAuthority } from './trust-authority.ts';
import { fix as updateClient } from './update-client.ts';
import { fix as useNamedAddress } from './use-named-address.ts';
import { fix as wrapInCmd } from './wrap-in-cmd.ts';

export const FIXES: readonly Fix[] = [
  addType,
  allowHttp,
  chooseScopes,
  copyIntoPackage,
  correctType,
  defaultVariable,
  forgetKeptSignIn,
  forgetNeedsAuthNote,
  forgetRemoteFiles,
  headerToVariable,
  leaveResourceOut,
  longerSignInTime,
  mendSyntax,
  moreStartTime,
  moveServers,
  namedProgram,
  pinMcpRemote,
  removeAuthorizationHeader,
  removeDeadLock,
  removeOldLogs,
  renameKey,
  renameServer,
  separateNames,
  serverRecipe,
  setCallbackPort,
  setClientId,
  signInAgain,
  staticClientFile,
  stepsAtSignIn,
  stepsForOwner,
  stepsForYou,
  stepsHere,
  streamableHttpOnly,
  switchConnectorsOn,
  throughMcpRemote,
  throughProxy,
  trimWhiteSpace,
  trustAuthority,
  updateClient,
  useNamedAddress,
  wrapInCmd,
];
