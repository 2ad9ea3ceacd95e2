import { crc32 } from 'node:zlib';

export interface ZipEntry {
  /** Path inside the archive, `/` between folders. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Beyond, the archive would need the 64-bit shape, which some unpackers of the trade do not read. */
const most = 0xffff_ffff;
const utf8 = 0x0800;
const madeBy = 20;

/**
 * A ZIP archive without compression (its PDF and pictures already are), in memory. `at` is written as the date of every
 * entry, UTC: the same entries give the same bytes.
 * @throws RangeError over 4 GB or 65 535 entries
 */
export function storeZip(entries: readonly ZipEntry[], at: string): Uint8Array {
  if (entries.length > 0xffff) throw new RangeError('too many entries');
  const stamp = dosStamp(at);
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, bytes } of entries) {
    const path = new TextEncoder().encode(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(madeBy, 0);
    common.writeUInt16LE(utf8, 2);
    common.writeUInt32LE(stamp, 6);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(bytes.byteLength, 14);
    common.writeUInt32LE(bytes.byteLength, 18);
    common.writeUInt16LE(path.byteLength, 22);
    const local = Buffer.concat([signature(0x0403_4b50), common, path]);
    const own = Buffer.alloc(14);
    own.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([signature(0x0201_4b50), version(), common, own, path]));
    parts.push(local, bytes);
    offset += local.byteLength + bytes.byteLength;
    if (offset > most) throw new RangeError('archive over 4 GB');
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(list.byteLength, 8);
  end.writeUInt32LE(offset, 12);
  return new Uint8Array(Buffer.concat([...parts, list, signature(0x0605_4b50), end]));
}

const version = (): Buffer => {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(madeBy);
  return bytes;
};

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** Date and time of the archive's format, two seconds of precision; years 1980 to 2107. */
function dosStamp(at: string): number {
  const { year, month, day, hour, minute, second } = Temporal.Instant.from(at).toZonedDateTimeISO('UTC');
  const time = (hour << 11) | (minute << 5) | (second >> 1);
  const date = ((Math.min(Math.max(year, 1980), 2107) - 1980) << 9) | (month << 5) | day;
  return ((date << 16) | time) >>> 0;
}
