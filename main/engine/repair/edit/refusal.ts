/**
 * Thrown within this folder where an edit cannot be made; `applyEdits` turns it into a value. Its
 * reason is a sentence for people and never holds a value of a file (safety A13).
 */
export class EditRefusal extends Error {
  override readonly name = 'EditRefusal';
  /** The file it is about, where it is not the one of the operation. */
  readonly file: string | null;

  constructor(reason: string, file: string | null = null) {
    super(reason);
    this.file = file;
  }
}
