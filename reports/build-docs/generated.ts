/** Says of a page that it has a source elsewhere. */
export const GENERATED =
  '_由程序中的定义生成：`npm run docs`。Generated from the definitions in the program._';
