// Whether several of these bear that name, so that it takes more than the name to tell them apart.
export const isShared = (all: { name: string }[], name: string): boolean => all.filter((one) => one.name === name).length > 1;
