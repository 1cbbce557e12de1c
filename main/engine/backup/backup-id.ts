/** `20261124T044500000Z-1a2b3c4d`: sorts by time, so that a damaged set still has its place. */
const ID = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z-[0-9a-f]{8}$/;

/** A new id. @param random at least eight digits in hex */
export function backupId(at: number, random: string): string {
  const time = new Date(at).toISOString().replace(/[-:.]/g, '');
  return `${time}-${random.slice(0, 8)}`;
}

/** Is it one of ours? What is none never becomes part of a name in our folder. */
export function isBackupId(text: string): boolean {
  return ID.test(text);
}

/** When it was made, as ISO 8601. */
export function backupTime(id: string): string {
  return id.replace(ID, '$1-$2-$3T$4:$5:$6.$7Z');
}
