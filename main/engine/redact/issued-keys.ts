/**
 * Keys that tell by themselves what they are: the fixed beginning or middle that their issuer gives
 * them, then what is random (safety H2). Facts of the issuers' documentation and of the rules of
 * gitleaks. Every expression is linear: bounded or single-class repetitions (safety H7). None asks
 * for a word boundary where its beginning is distinctive, so that text glued to the front does not
 * let a key out.
 */
const KEYS: readonly string[] = [
  // JSON Web Token, RFC 7519, whole or in part, and any other JSON object in base64url or Base64.
  String.raw`eyJ[\w-]{8,}[\w.+/=-]*`,
  String.raw`ey[A-Za-z0-9]{17,400}\.ey[\w/-]{17,}[\w./=-]*`,
  // One that was encoded once more.
  String.raw`ZXlK[\w+/=-]{8,}`,
  // PASETO.
  String.raw`v[1-4]\.(?:local|public)\.[\w-]{16,}(?:\.[\w-]*)?`,
  // Anthropic, OpenAI, Stripe: a digit within tells them from words such as "task-list".
  String.raw`(?:sk|rk|pk)[-_](?=[\w-]{0,200}\d)[\w-]{12,}`,
  String.raw`(?:sk|rk)_(?:test|live|prod)_[A-Za-z0-9]{10,}`,
  // GitHub, GitLab.
  String.raw`gh[opusr]_\w{16,}`,
  String.raw`github_pat_\w{16,}`,
  String.raw`gl(?:pat|dt|ft|rt|ptt|cbt|soat|imt|agent|oas|ffct)-[\w.-]{16,}`,
  String.raw`GR1348941[\w-]{16,}`,
  String.raw`_gitlab_session=\w{16,}`,
  // Amazon, Alibaba.
  String.raw`A(?:KIA|SIA|BIA|CCA|3T[A-Z0-9])[A-Z0-9]{12,}`,
  String.raw`LTAI[A-Za-z0-9]{16,}`,
  // Slack.
  String.raw`xox[a-z](?:\.xox[a-z])?-[\w-]{8,}`,
  String.raw`xapp-\d-[\w-]{16,}`,
  // Google, Azure.
  String.raw`AIza[\w-]{30,}`,
  String.raw`ya29\.[\w-]{16,}`,
  String.raw`1//0[\w-]{24,}`,
  String.raw`GOCSPX-[\w-]{16,}`,
  String.raw`[\w~.]{3}\dQ~[\w~.-]{24,}`,
  // Atlassian, JFrog, Facebook, Square, Twilio, SendGrid, EasyPost.
  String.raw`ATATT3[\w=-]{32,}`,
  String.raw`AKCp[A-Za-z0-9]{32,}`,
  String.raw`cmVmd[A-Za-z0-9]{32,}`,
  String.raw`EAA[AMC][\w-]{20,}`,
  String.raw`(?:sq0atp|sq0csp)-[\w-]{20,}`,
  String.raw`SK[0-9a-fA-F]{32}`,
  String.raw`SG\.[\w=.-]{40,}`,
  String.raw`EZ[AT]K[A-Za-z0-9]{40,}`,
  // 1Password, age, Terraform, Vault, Kubernetes, Cloudflare, ClickHouse, Doppler, Dynatrace.
  String.raw`A3-[A-Z0-9]{6}-[A-Z0-9-]{20,}`,
  String.raw`ops_eyJ[\w+/=-]{32,}`,
  String.raw`AGE-SECRET-KEY-1[A-Z0-9]{32,}`,
  String.raw`[A-Za-z0-9]{14}\.atlasv1\.[\w=-]{32,}`,
  String.raw`hv[sbr]\.[\w-]{24,}`,
  String.raw`(?<![\w.])s\.(?=[A-Za-z0-9]{0,23}\d)[A-Za-z0-9]{24}(?![\w.])`,
  String.raw`sha256~[\w-]{32,}`,
  String.raw`v1\.0-[a-f0-9]{24}-[a-f0-9]{64,}`,
  String.raw`4b1d[A-Za-z0-9]{38}`,
  String.raw`dp\.[a-z]{2,5}\.[A-Za-z0-9]{32,}`,
  String.raw`dt0[a-z]\d\d\.[A-Za-z0-9]{24}\.[A-Za-z0-9]{32,}`,
  // Harness, Authress, MaxMind, Mapbox, Yandex, Okta, Telegram.
  String.raw`(?:pat|sat)\.[\w-]{22}\.[A-Za-z0-9]{24}\.[A-Za-z0-9]{16,}`,
  String.raw`(?:sc|ext|scauth|authress)_[A-Za-z0-9]{5,30}\.[A-Za-z0-9]{4,6}\.acc[_-][A-Za-z0-9-]{10,32}\.[\w+/=-]{30,}`,
  String.raw`[A-Za-z0-9]{6}_[A-Za-z0-9]{29}_mmk`,
  String.raw`(?:pk|sk|tk)\.[A-Za-z0-9]{40,}\.[A-Za-z0-9]{16,}`,
  String.raw`AQVN[\w-]{32,}`,
  String.raw`t1\.[\w-]{8,}={0,2}\.[\w-]{64,}={0,2}`,
  // npm, PyPI, RubyGems, Hugging Face, Linear, Notion, Postman, New Relic, Octopus, Mailgun, Heroku.
  String.raw`npm_\w{24,}`,
  String.raw`pypi-[\w-]{40,}`,
  String.raw`rubygems_[a-f0-9]{32,}`,
  String.raw`hf_[A-Za-z0-9]{20,}`,
  String.raw`api_org_[A-Za-z0-9]{20,}`,
  String.raw`lin_(?:api|oauth)_\w{16,}`,
  String.raw`(?:ntn|secret)_[A-Za-z0-9]{32,}`,
  String.raw`PMAK-[a-fA-F0-9]{24}-[a-fA-F0-9]{24,}`,
  String.raw`NR(?:AK|II|JS)-[A-Za-z0-9-]{16,}`,
  String.raw`API-[A-Z0-9]{24,}`,
  String.raw`(?:pub)?key-[a-f0-9]{32}`,
  String.raw`HRKU-AA[\w-]{32,}`,
  // Addresses that are keys: of incoming webhooks.
  String.raw`(?<=hooks\.slack\.com/(?:services|workflows|triggers)/)[\w+/-]{16,}`,
  String.raw`(?<=/webhookb2/)[\w-]{16,}`,
  String.raw`[\w-]{30,80}/IncomingWebhook/[\w/-]{16,}`,
  // Beginnings of a kind: a short word, a line, and what is random.
  String.raw`(?:glc|glsa|pnu|rdme|sntrys|sntryu|sgp|shp(?:at|ca|pa|ss)|fo1|fm1[ar]|fm2|tfp|clojars|CLOJARS)_[\w+/=.-]{20,}`,
  String.raw`(?:doo|dop|dor)_v1_[a-f0-9]{32,}`,
  String.raw`pscale_(?:tkn|oauth|pw)_[\w=.-]{24,}`,
  String.raw`sm_(?:aat|pat|sat)_[A-Za-z0-9]{16,}`,
  String.raw`(?:shippo|duffel)_(?:live|test)_[\w=-]{32,}`,
  String.raw`FLW(?:SEC|PUB)K_TEST-[A-Za-z0-9-]{12,}`,
  String.raw`(?<![A-Za-z0-9])(?:p8e|ico|pul|pplx|tk-us|fio-u|dnkey|xkeysib|s-s4t2(?:ud|af)|voyage|fc|gsk|xai|r8|tvly|lsv2_(?:pt|sk))[-_](?=[\w=-]{0,80}\d)[\w=-]{28,}`,
  String.raw`(?<![A-Za-z0-9])(?:p8e|ico|pul|dapi|dnkey)(?=[\w=-]{0,80}\d)[\w=-]{28,}`,
];

/** All of them in one. */
export const ISSUED = new RegExp(KEYS.join('|'), 'g');
