import dagster as dg

import folds
import retrain

defs = dg.Definitions.merge(folds.defs, retrain.defs)
