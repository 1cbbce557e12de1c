/** The code of a failure mode, as the catalogue numbers them; never given twice. */
export type ModeCode = `F${number}`;
