/** Style sheets are imported for their effect only; the bundler gathers them into index.css. */
declare module '*.css' {}
