import { describe, expect, it } from 'vitest';
import { sniffFormat, sniffMediaType } from '../../../transforms/read/sniff.ts';

const bytes = (text: string) => new Uint8Array([...text].map((character) => character.charCodeAt(0) & 255));
const OLE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';
const wide = (text: string) => [...text].join('\u0000');

describe('sniffFormat', () => {
  it.each([
    ['%PDF-1.7', 'a.txt', 'pdf'],
    ['\n\n%PDF-1.4', 'a', 'pdf'],
    ['PK\x03\x04....word/document.xml', 'a.xlsx', 'docx'],
    ['PK\x03\x04....xl/workbook.xml', 'a.docx', 'xlsx'],
    ['PK\x03\x04....', 'a.docx', 'docx'],
    ['PK\x03\x04....', 'a.bin', 'zip'],
    [`${OLE}....${wide('WordDocument')}`, 'a.xls', 'doc'],
    [`${OLE}....${wide('Workbook')}`, 'a.doc', 'xls'],
    [OLE, 'a.doc', 'doc'],
    [OLE, 'a', 'ole'],
    ['{\\rtf1', 'a.doc', 'rtf'],
    ['<!DOCTYPE html><html>', 'a.txt', 'html'],
    ['  <html lang="zh">', 'a.xls', 'html'],
    ['<?xml version="1.0"?><html>', 'a', 'html'],
    ['report\n<table><tr><td>1</td></tr></table>', 'a.txt', 'text'],
    ['plain', 'a.pdf', 'text'],
  ])('%j named %s is %s', (text, name, format) => {
    expect(sniffFormat(bytes(text), name)).toBe(format);
  });

  it('gives the media type of the format', () => {
    expect(sniffMediaType(bytes('%PDF-1.7'), 'x')).toBe('application/pdf');
  });
});
