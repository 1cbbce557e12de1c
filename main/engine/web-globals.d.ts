/**
 * Further web-standard globals, for the protocol code of OAuth alone (handshake/oauth). A `Response`
 * only carries an answer that the one HTTP port has given to the library that checks it: nothing is
 * sent with it. Contract and windows do not see these.
 */
interface Response {
  readonly status: number;
}
declare var Response: {
  new (
    body: string | null,
    init: { readonly status: number; readonly headers: [string, string][] },
  ): Response;
};
interface Headers {
  set(name: string, value: string): void;
}
declare function atob(text: string): string;
declare function btoa(text: string): string;
