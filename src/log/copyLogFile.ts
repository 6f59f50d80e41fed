import { closeSync, fstatSync, openSync, readSync, writeSync } from 'node:fs';
import { openLogFile } from './logFiles.ts';

/** The whole content of a regular file. @throws like {@link openLogFile} */
export function readLogFile(file: string): Buffer {
  const handle = openLogFile(file);
  try {
    const bytes = Buffer.alloc(fstatSync(handle).size);
    let length = 0;
    for (let read = -1; read !== 0 && length < bytes.length; length += read) {
      read = readSync(handle, bytes, length, bytes.length - length, length);
    }
    return bytes.subarray(0, length);
  } finally {
    closeSync(handle);
  }
}

/**
 * Copies a regular file to a path where there is nothing yet. Returns how many bytes were copied: those it had when it
 * was opened.
 * @throws like {@link openLogFile}; `EEXIST` if there is something already
 */
export function copyLogFile(file: string, to: string): number {
  const from = openLogFile(file);
  try {
    const { size } = fstatSync(from);
    const copy = openSync(to, 'wx', 0o600);
    try {
      const buffer = Buffer.alloc(Math.min(chunkLength, Math.max(size, 1)));
      for (let at = 0; at < size;) {
        const length = readSync(from, buffer, 0, Math.min(buffer.length, size - at), at);
        if (length === 0) return at;
        for (let written = 0; written < length;) written += writeSync(copy, buffer, written, length - written);
        at += length;
      }
      return size;
    } finally {
      closeSync(copy);
    }
  } finally {
    closeSync(from);
  }
}

const chunkLength = 1 << 20;
