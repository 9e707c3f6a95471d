export const styleSingleton = () => () => null;
