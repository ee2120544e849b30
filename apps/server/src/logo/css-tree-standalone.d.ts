/** css-tree's own one-file build: its usual entry reads JSON beside itself while it runs, which no bundle survives. */
declare module 'css-tree/dist/csstree.esm' {
  export * from 'css-tree'
}
