import { imageSize } from 'image-size';
import { type Document, emptyDocument, type SourceFile } from './document.ts';

/** A file under `images/`. */
export interface Image {
  /** With its ending. */
  name: string;
  document: Document;
  /** The file's bytes as base64, and how many they are. */
  data: string;
  bytes: number;
  /** In pixels; undefined for a file that is not what its name says. */
  size: { width: number; height: number } | undefined;
}

/** True for the path of an image that a registry may hold. SVG is not among them: it can contain programs. */
export function isImageFile(path: string): boolean {
  return /(?:^|\/)\w[\w.-]*\.(?:png|jpe?g|gif|webp|avif)$/.test(path);
}

/** An image with its size in pixels, where it is what its name says. */
export function readImage({ path, text }: SourceFile, name: string): Image {
  const document = emptyDocument(path);
  const bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  return { name, document, data: text, bytes: bytes.length, size: sizeOf(bytes, name) };
}

function sizeOf(bytes: Uint8Array, name: string): Image['size'] {
  try {
    const { type = '', width, height } = imageSize(bytes);
    return name.replace(/\.jpeg$/, '.jpg').endsWith(`.${type}`) ? { width, height } : undefined;
  } catch {
    return undefined;
  }
}
