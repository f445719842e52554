// Runes only, in every component.
export default { compilerOptions: { runes: true } };
