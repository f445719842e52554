// The pictures beside the map, in the order a person asks for them.
import type { PictureOf } from '../../api/client';

export const kPictures: PictureOf[] = ['overview', 'portfolio', 'stakeholders', 'impact', 'personas'];
