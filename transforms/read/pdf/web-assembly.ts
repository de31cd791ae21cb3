/** The little of WebAssembly that is used here. Its types come with those of browsers, of which nothing else may be used. */
declare global {
  namespace WebAssembly {
    class Instance {
      constructor(compiled: Module, imports: object);
    }
    function compile(bytes: Uint8Array): Promise<Module>;
  }
}

export {};
