/** Office files with a password: the old formats say so inside, the new ones come in a container of Office 97. */
import { UnreadableDocument } from './document.ts';

/** Name of the stream that holds the encrypted file, as the directory writes it (UTF-16). */
const ENCRYPTED_STREAM = [...'EncryptedPackage'].join('\u0000');

export function isEncryptedOffice(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    ENCRYPTED_STREAM,
    0,
    'latin1',
  );
}

export function refuseEncrypted(): never {
  throw new UnreadableDocument('encrypted', '文件有密码，无法读取：请解除密码后重新放入。');
}
