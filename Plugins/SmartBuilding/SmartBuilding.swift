import PhaseLoom
