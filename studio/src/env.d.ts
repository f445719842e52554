declare module 'virtual:texts' {
  const catalogue: Record<string, { fr: string; en: string }>;
  export default catalogue;
}
