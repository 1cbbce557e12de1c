/** Feeds on the stream piece by piece; tells the length up to the end of the first event, or null. */
export type EventScanner = (piece: string) => number | null;

/** Enough of a line to know whether it is `data:` with a value. */
const HEAD_LENGTH = 'data: x'.length;
const HAS_DATA = /^data:(?! ?$)/u;

/**
 * Finds the end of the first event of an event stream, in time linear in its length. Comments and
 * events whose data is empty (the priming event of Streamable HTTP) are not dispatched by a client
 * and do not count.
 * @returns a scanner; its answer counts UTF-16 units from the beginning of the stream
 * Rule: HTML standard, 9.2.6 Interpreting an event stream; lines end with CRLF, LF or CR.
 */
export function createEventScanner(): EventScanner {
  let seen = 0;
  let head = '';
  let hasData = false;
  let afterCr = false;
  return (piece) => {
    for (let i = 0; i < piece.length; i++) {
      const unit = piece.charAt(i);
      seen += 1;
      const secondHalf = afterCr && unit === '\n';
      afterCr = unit === '\r';
      if (secondHalf) continue;
      if (unit !== '\n' && unit !== '\r') {
        if (head.length < HEAD_LENGTH) head += unit;
        continue;
      }
      if (head === '' && hasData) return seen;
      hasData ||= HAS_DATA.test(head);
      head = '';
    }
    return null;
  };
}
