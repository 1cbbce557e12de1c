import { clientParameters } from '../../probe/registration/authorize-parameters.ts';
import { createAttempt, type Attempt } from '../oauth/attempt.ts';
import type { ClientIdentity } from '../oauth/client-identity.ts';
import type { SignInContext } from './sign-in-context.ts';
import type { SignInPlan } from './sign-in-plan.ts';

/**
 * The authorization request that this client would make here: its scope, its `resource`, its prompt.
 * @param scope what a challenge of 403 asked for, or null for the first time (step-up)
 * @see AZ-05, AZ-10, CL-09; reference-clients 2.1 steps 7 and 10
 */
export async function beginAttempt(
  plan: SignInPlan,
  identity: ClientIdentity,
  scope: string | null,
  { client, page, wishes, clock }: SignInContext,
): Promise<Attempt> {
  const { redirectUri } = page;
  const own = { clientId: identity.id, redirectUri, scope: scope ?? wishes.scope };
  const asked = clientParameters(client.id, own, plan.facts);
  return createAttempt({
    issuer: plan.issuer,
    tokenEndpoint: plan.endpoints.token,
    resource: asked.resource,
    redirectUri,
    clientId: identity.id,
    scope: asked.scope,
    prompt: asked.prompt,
    createdAt: clock.now(),
  });
}
